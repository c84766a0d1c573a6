package org.marsad.entity;

import org.marsad.text.Field;
import org.marsad.text.Language;

/**
 * One field of an item as the tagger sees it.
 *
 * @param capitalised whether most of its words are capitalised, so that capitals tell nothing
 */
record Side(Field field, Scan scan, Places places, Language language, boolean capitalised) {}
