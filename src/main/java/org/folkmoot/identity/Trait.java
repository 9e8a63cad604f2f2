package org.folkmoot.identity;

/// One thing by which identities can be found and compared.
///
/// @param value folded, never longer than 200 characters
record Trait(Type type, String value) {

    Trait {
        value = value.length() > 200 ? value.substring(0, 200) : value;
    }

    /// What kind of thing, and whether identities that share it are worth comparing.
    enum Type {
        /// A mailbox, tag and dots folded.
        MAIL(true),
        /// An account elsewhere that the profile names or is: `github:ada`.
        ACCOUNT(true),
        /// What somebody goes by, or what a name is likely made into: `ada`, `alovelace`.
        SPELT(true),
        /// Two words of a name by their consonants, in alphabetical order.
        NAME(true),
        /// A word of a name, by its sound. Only counted, to know how rare it is.
        WORD(false),
        /// A mail domain or website of one's own. Only counted.
        SITE(false);

        private final boolean leads;

        Type(boolean leads) {
            this.leads = leads;
        }

        /// Whether identities that share it are worth comparing.
        boolean leads() {
            return leads;
        }

        /// As it is stored.
        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
