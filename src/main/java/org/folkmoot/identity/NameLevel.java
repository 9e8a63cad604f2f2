package org.folkmoot.identity;

/// How far two names agree, each level with how often it is seen when two identities are one person
/// (m, before anything is learnt from the community) and by how much likelier it is than a
/// whole agreement among strangers with such names.
enum NameLevel {
    SAME(0.55, 2),
    SPELT_OTHERWISE(0.08, 3),
    PARTLY(0.12, 3),
    NICKNAME(0.06, 4),
    TYPO(0.03, 4),
    INITIAL(0.05, 1),
    /// Only one word is there to be compared, and it agrees.
    ONE_WORD(0.05, 1),
    GIVEN_DIFFERS(0, 0),
    SURNAME_DIFFERS(0, 0),
    DIFFERENT(0, 0),
    UNKNOWN(0, 0);

    final double m;
    final double looser;

    NameLevel(double m, double looser) {
        this.m = m;
        this.looser = looser;
    }
}
