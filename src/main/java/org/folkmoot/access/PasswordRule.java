package org.folkmoot.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What makes a password good enough: length, and that nobody would try it first. No rules on which
/// signs it has.
final class PasswordRule {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    /// Long enough, and still among the first that are tried. Compared without digits and signs at
    /// the end.
    private static final Set<String> COMMON =
            Set.of(
                    "password",
                    "passwordpassword",
                    "mypassword",
                    "changeme",
                    "changemeplease",
                    "letmein",
                    "letmeinletmein",
                    "welcome",
                    "welcomewelcome",
                    "iloveyou",
                    "iloveyouiloveyou",
                    "iloveyousomuch",
                    "qwertyuiop",
                    "qwertyqwerty",
                    "qwertyuiopasdf",
                    "qwertzuiop",
                    "qwertzuiopasdf",
                    "azertyuiop",
                    "asdfghjkl",
                    "administrator",
                    "adminadmin",
                    "adminadminadmin",
                    "superuser",
                    "correcthorsebatterystaple",
                    "correct horse battery staple",
                    "1q2w3e4r5t6y",
                    "q1w2e3r4t5y6",
                    "1qaz2wsx3edc",
                    "zaq12wsxcde",
                    "abcdefghijkl",
                    "abcdefghijklm",
                    "passwort",
                    "passwortpasswort",
                    "hallohallo",
                    "hallohallohallo",
                    "ichliebedich",
                    "schatzschatz",
                    "folkmoot",
                    "folkmootfolkmoot",
                    "community",
                    "communitymanager");

    private static final Pattern TAIL =
            Pattern.compile("[\\d\\W_]+$", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ONE_THING = Pattern.compile("(.{1,4})\\1+.{0,3}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private PasswordRule() {}

    private static String own(String name, String email) {
        return (name + " " + email.replace('@', ' ')).toLowerCase(Locale.ROOT);
    }

    /// The key of the words that say what is wrong with it; empty when it is good.
    static Optional<String> objection(String password, String name, String email) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("password.short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("password.long");
        }
        var plain = password.toLowerCase(Locale.ROOT);
        for (var own : SPACE.splitAsStream(own(name, email)).toList()) {
            if (own.length() >= 4 && plain.contains(own)) {
                return Optional.of("password.own");
            }
        }
        var core = TAIL.matcher(plain).replaceFirst("");
        if (COMMON.contains(plain)
                || COMMON.contains(core)
                || core.length() < 4
                || ONE_THING.matcher(plain).matches()
                || DIGITS.matcher(plain).matches()) {
            return Optional.of("password.common");
        }
        return Optional.empty();
    }
}
