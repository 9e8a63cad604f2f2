package org.folkmoot.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One made-up person, with an account on one or more platforms.
///
/// @param handle ASCII, unique in the cast
/// @param language what they speak beside English, BCP 47
/// @param weight how active they are among those of their role; most are far below 1
/// @param accounts when they joined each platform
/// @param left when they went away for good, if they did
/// @param gone whether their accounts were closed then (else they just fell silent)
record Actor(
        String name,
        String handle,
        String email,
        ZoneId zone,
        String language,
        Role role,
        @Nullable String organisation,
        @Nullable String title,
        String city,
        double weight,
        Map<Platform, Instant> accounts,
        @Nullable Instant left,
        boolean gone) {

    boolean on(Platform platform, Instant at) {
        var joined = accounts.get(platform);
        return joined != null && !at.isBefore(joined) && (left == null || at.isBefore(left));
    }

    Actor leaving(@Nullable Instant left, boolean gone) {
        return new Actor(
                name, handle, email, zone, language, role, organisation, title, city, weight,
                accounts, left, gone);
    }

    /// What a friend calls them: the first word, or all of a name without spaces.
    String shortName() {
        int space = name.indexOf(' ');
        return space < 0 || language.equals("vi") ? name : name.substring(0, space);
    }

    /// Their account's id on that platform.
    String id(Platform platform) {
        return switch (platform) {
            case SLACK -> "U0" + Integer.toString(handle.hashCode() & 0x7fffffff, 36).toUpperCase(java.util.Locale.ROOT);
            case GITHUB -> role == Role.BOT ? handle + "[bot]" : handle;
            case FORUM -> handle;
            case MAIL, GIT, CALENDAR -> email;
        };
    }
}
