package org.folkmoot.members;

import java.util.List;

/// What the words of a search match. A rare word is looked up in the index of trigrams, a common
/// one is met soon enough on the way through the list.
sealed interface Hits {

    /// How many matches the index is asked for.
    int FEW = 3_000;

    /// Adds the conditions. A reader who may not see contact data searches only what is open.
    void narrow(PeopleWhere where);

    /// Whether the reader sees contact data and notes.
    boolean contacts();

    /// Nothing was searched for.
    record Everyone(boolean contacts) implements Hits {
        @Override
        public void narrow(PeopleWhere where) {
            // no condition
        }
    }

    record Few(List<Long> ids, List<String> words, boolean contacts) implements Hits {
        @Override
        public void narrow(PeopleWhere where) {
            where.and("m.id = any(:hits)", "hits", ids.toArray(Long[]::new));
            if (!contacts) {
                Hits.match(words, OPEN, where);
            }
        }
    }

    record Many(List<String> words, boolean contacts) implements Hits {
        @Override
        public void narrow(PeopleWhere where) {
            Hits.match(words, contacts ? ALL_WORDS : OPEN, where);
        }
    }

    String ALL_WORDS =
            """
            (select s.words from members.searched s
                where s.community_id = m.community_id and s.member_id = m.id)""";

    /// What everybody who sees people may search: no notes, no addresses.
    String OPEN =
            """
            folkmoot.plain(regexp_replace(concat_ws(' ', m.name, m.organisation, m.title,
                (select string_agg(concat_ws(' ', i.name, i.handle), ' ') from members.identity i
                    where i.community_id = m.community_id and i.member_id = m.id)), '(\\S)@\\S*', '\\1', 'g'))""";

    /// The same conditions as the function `members.matching` has.
    private static void match(List<String> words, String text, PeopleWhere where) {
        var longer = words.stream().anyMatch(w -> length(w) >= 3);
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var name = "word" + i;
            if (length(word) >= 3) {
                where.and("position(:%s in %s) > 0".formatted(name, text), name, word);
            } else if (longer) {
                where.and(
                        "position(' ' || :%s in ' ' || %s) > 0".formatted(name, text), name, word);
            } else {
                where.and("starts_with(m.by_name, :%s)".formatted(name), name, word);
            }
            longer = true;
        }
    }

    private static int length(String word) {
        return word.codePointCount(0, word.length());
    }
}
