package org.marsad.feed;

/** Why a feed could not be read, in words for the operator and the feed's followers. */
public enum Reason {
  TIMEOUT("no complete answer in time"),
  TOO_LARGE("the body is larger than the limit"),
  ADDRESS_NOT_ALLOWED("address not allowed"),
  HTTP_STATUS("the server answered with an error"),
  REDIRECT_LOOP("too many redirects"),
  DOWNGRADE("redirect from https to http refused"),
  TOO_MANY_REQUESTS("the server asks us to come less often"),
  UNAVAILABLE("the server is unavailable for now"),
  HOST_BUSY("waits for its turn at the server"),
  GONE("the feed is gone for good"),
  UNREACHABLE("the server could not be reached"),
  NOT_A_FEED("what was fetched is not a feed"),
  NOT_STORED("the database does not take what was published");

  private final String words;

  Reason(String words) {
    this.words = words;
  }

  /** The reason in English words, without a full stop. */
  public String words() {
    return words;
  }
}
