package org.folkmoot.sources.roles;

import java.util.List;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.MailDomain;

/// What may stand in a rule, and what a pattern means.
final class RoleWords {

    private static final int MOST = 200;
    private static final int LONGEST = 200;

    private RoleWords() {}

    static List<String> few(List<String> all) {
        if (all.size() > MOST) {
            throw new Refusal.Unusable("At most %d lines in each field.".formatted(MOST));
        }
        return all;
    }

    /// A name or handle, maybe with `*`.
    static String name(String typed) {
        var name = bare(id(typed));
        if (name.replace("*", "").isBlank()) {
            throw new Refusal.Unusable(
                    "%s alone would be everybody: add some letters, as in *-bot.".formatted(typed));
        }
        return name;
    }

    static String id(String typed) {
        if (typed.length() > LONGEST || typed.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal.Unusable("A line has at most %d letters.".formatted(LONGEST));
        }
        return typed;
    }

    /// As people write it: `example.org`.
    static String domain(String typed) {
        var key = MailDomain.key(id(typed));
        if (key == null || MailDomain.everybodys(key)) {
            throw new Refusal.Unusable(
                    "%s is no e-mail domain of one organisation: write it as example.org."
                            .formatted(typed));
        }
        if (MailDomain.free(key)) {
            throw new Refusal.Unusable(
                    "Everybody may have a mailbox at %s, so it tells nobody of the team apart."
                            .formatted(typed));
        }
        return MailDomain.written(key);
    }

    /// Without the @ before a handle.
    static String bare(String name) {
        return name.startsWith("@") ? name.substring(1) : name;
    }

    /// As it is compared: `Ada` is `ada`.
    static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// Whether all of a text is as the pattern says; `*` is any letters, also none. Takes at most
    /// the product of both lengths.
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int from = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                from = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++from;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
