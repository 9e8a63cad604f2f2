package org.folkmoot.access;

import java.time.ZoneId;
import java.util.Locale;
import org.folkmoot.kernel.CommunityId;

/// What we need to know of a community to let people in.
///
/// @param locale of its mails
/// @param demo whether it is made up
public record Door(
        CommunityId id, String slug, String name, ZoneId zone, Locale locale, boolean demo) {}
