package org.folkmoot.activity;

import org.folkmoot.web.Foreign;
import org.jspecify.annotations.Nullable;

/// How an activity begins: its title, else its text, as the ledger has them.
record Opening(
        String source, Foreign.Markup markup, @Nullable String title, @Nullable String text) {

    static Opening of(Item item) {
        return new Opening(item.source(), item.markup(), item.title(), item.text());
    }

    private boolean titled() {
        return title != null && !title.isBlank();
    }

    /// What of it may mention people by their ids; empty for nothing.
    String calls() {
        return titled() || text == null ? "" : text;
    }

    /// Without markup, not escaped; never empty.
    String words(Mentioned.Names names) {
        if (title != null && titled()) {
            return title;
        }
        return orSilent(text == null ? "" : Foreign.words(markup, text, names.in(source)));
    }

    static String orSilent(String words) {
        return words.isBlank() ? "(without words)" : words;
    }
}
