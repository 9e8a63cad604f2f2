package org.folkmoot.identity;

import java.util.LinkedHashSet;
import java.util.Set;
import org.folkmoot.identity.Trait.Type;

/// By what names are found: any two words of one, in any order, and the user names made of them.
final class NameTraits {

    private static final int LONGEST = 4;

    private NameTraits() {}

    static Set<Trait> of(PersonName name) {
        var all = new LinkedHashSet<Trait>();
        var words = name.words();
        if (!name.isFull()) {
            if (words.size() == 1) {
                all.add(new Trait(Type.SPELT, words.getFirst()));
            } else if (name.initials().length() > 1) {
                all.add(new Trait(Type.SPELT, name.initials()));
            }
            return all;
        }
        var most = Math.min(LONGEST, words.size());
        for (int i = 0; i < most; i++) {
            for (int j = i + 1; j < most; j++) {
                all.add(pair(words.get(i), words.get(j)));
            }
        }
        all.add(pair(words.getFirst(), name.surname()));
        var first = words.getFirst();
        all.add(new Trait(Type.SPELT, first.charAt(0) + name.surname()));
        all.add(new Trait(Type.SPELT, first + name.surname()));
        if (name.letters().length() > 2) {
            all.add(new Trait(Type.SPELT, name.letters()));
        }
        return all;
    }

    static Trait pair(String one, String other) {
        var a = Folding.consonants(one);
        var b = Folding.consonants(other);
        return new Trait(Type.NAME, a.compareTo(b) <= 0 ? a + " " + b : b + " " + a);
    }
}
