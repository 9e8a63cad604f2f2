package org.folkmoot.consent;

/// Something people are asked for; a module declares its own as a bean. Its first words are those
/// of the message catalogue, `purpose.{key}.name` and `purpose.{key}.words`, in the language of the
/// community, which may write others.
///
/// @param key lower-case letters, digits and hyphens, up to 40: `news`
/// @param offered whether people may choose it by themselves, on the public page; only of such as
///   need consent
public record Purpose(String key, Basis basis, boolean offered) {

    /// In the ledger of consents: every purpose there is.
    static final String ALL = "all";

    public Purpose {
        if (!key.matches("[a-z][a-z0-9-]{0,39}") || key.equals(ALL)) {
            throw new IllegalArgumentException("No purpose can be called " + key);
        }
        if (offered && basis != Basis.CONSENT) {
            throw new IllegalArgumentException("Nobody need agree to " + key);
        }
    }
}
