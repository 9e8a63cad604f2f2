package org.folkmoot.members;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.folkmoot.kernel.Refusal;

/// The row from which a page goes on; opaque in addresses.
///
/// @param key the row's value in the column sorted by, as PostgreSQL writes it
/// @param backwards whether the page before that row is wanted
record Cursor(String key, long id, boolean backwards) {

    String text() {
        var plain = (backwards ? "b" : "a") + id + " " + key;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws Refusal.Unusable when it is none of ours
    static Cursor of(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var space = plain.indexOf(' ');
            var backwards = plain.startsWith("b");
            if (!backwards && !plain.startsWith("a")) {
                throw damaged();
            }
            return new Cursor(
                    plain.substring(space + 1),
                    Long.parseLong(plain.substring(1, space)),
                    backwards);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw damaged();
        }
    }

    static Refusal damaged() {
        return new Refusal.Unusable(
                "This link into the middle of a list is damaged. Start from the first page.");
    }
}
