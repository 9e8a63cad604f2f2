package org.folkmoot.access;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Someone who signs in. The password is not part of it.
///
/// @param locale null: as the browser asks
/// @param zone null: as the community has it
/// @param lastCommunity id of the community last visited
record Account(
        long id,
        String email,
        String name,
        @Nullable Locale locale,
        @Nullable ZoneId zone,
        boolean hasPassword,
        @Nullable Integer lastCommunity) {}
