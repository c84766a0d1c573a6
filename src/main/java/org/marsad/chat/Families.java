package org.marsad.chat;

/** The families of commands, wired to one desk. */
record Families(
    Carried carried,
    Watching watching,
    Describing describing,
    Amending amending,
    Reasoning reasoning,
    Doubting doubting,
    Narrowing narrowing,
    Muting muting,
    Unmuting unmuting,
    Quieting quieting,
    Digesting digesting,
    Grading grading,
    Trying trying,
    Searching searching,
    Offering offering,
    Listing listing,
    Removing removing,
    Browsing browsing,
    SourceList sources,
    Adding adding,
    Importing importing,
    Exporting exporting,
    Settings settings,
    Leaving leaving,
    Welcome welcome,
    Asking asking) {

  static Families of(Desk desk) {
    Carried carried = new Carried(desk);
    Watching watching = new Watching(desk, carried);
    Trying trying = new Trying(desk, carried);
    Searching searching = new Searching(desk, carried);
    Listing listing = new Listing(desk, carried);
    Browsing browsing = new Browsing(desk, carried, watching, listing);
    Adding adding = new Adding(desk, carried);
    Settings settings = new Settings(desk);
    Quieting quieting = new Quieting(desk);
    Digesting digesting = new Digesting(desk);
    Muting muting = new Muting(desk);
    Narrowing narrowing = new Narrowing(desk);
    Describing describing = new Describing(desk, carried, trying);
    return new Families(
        carried,
        watching,
        describing,
        new Amending(desk, describing, listing),
        new Reasoning(desk),
        new Doubting(desk),
        narrowing,
        muting,
        new Unmuting(desk, muting),
        quieting,
        digesting,
        new Grading(desk, listing),
        trying,
        searching,
        new Offering(desk, carried, trying),
        listing,
        new Removing(desk, carried, listing),
        browsing,
        new SourceList(desk, carried),
        adding,
        new Importing(desk),
        new Exporting(desk),
        settings,
        new Leaving(desk),
        new Welcome(desk, browsing, carried),
        new Asking(
            desk,
            new Asking.Answers(
                watching,
                describing,
                narrowing,
                quieting,
                digesting,
                trying,
                searching,
                adding,
                settings)));
  }
}
