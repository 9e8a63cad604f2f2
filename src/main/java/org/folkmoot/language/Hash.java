package org.folkmoot.language;

/// FNV-1a over letters, stirred at the end: stays the same for ever, as models depend on it.
final class Hash {

    private static final int BASIS = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private Hash() {}

    /// Of these texts in a row.
    static int of(String... texts) {
        int hash = BASIS;
        for (var text : texts) {
            for (int i = 0; i < text.length(); i++) {
                hash = on(hash, text.charAt(i));
            }
        }
        return hash;
    }

    /// Of what came before and one letter more.
    static int on(int hash, char letter) {
        return (hash ^ letter) * PRIME;
    }

    static int stirred(int hash) {
        int h = hash ^ hash >>> 15;
        h *= 0x85ebca6b;
        return h ^ h >>> 13;
    }
}
