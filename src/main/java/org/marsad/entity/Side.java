package org.marsad.entity;

import org.marsad.text.Field;
import org.marsad.text.Language;

/** One field of an item as the tagger sees it. */
record Side(Field field, Scan scan, Places places, Language language) {}
