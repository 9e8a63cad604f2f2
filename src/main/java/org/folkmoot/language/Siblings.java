package org.folkmoot.language;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Tells languages apart that the table of languages does not know from a neighbour that it knows,
/// by the commonest words that only one of the two has.
final class Siblings {

    /// @param language what a text is in if enough of its words are these
    /// @param takenFor what the table says of such a text
    private record Sibling(String language, Set<String> takenFor, int enough, Set<String> words) {

        /// @param enough hundredths of all words
        static Sibling of(String language, String takenFor, int enough, String words) {
            return new Sibling(
                    language, Set.of(takenFor.split(" ")), enough, Set.of(words.split("\\s+")));
        }

        boolean speaks(String[] text) {
            var its = Arrays.stream(text).filter(words::contains).toList();
            return its.size() * 100 >= enough * text.length
                    && Set.copyOf(its).size() > (enough > 10 && text.length > 4 ? 1 : 0);
        }
    }

    private static final List<Sibling> ALL =
            List.of(
                    Sibling.of(
                            "ms",
                            "ms",
                            1,
                            """
                            boleh kerana awak nak tak takde dah jer korang ialah kereta wang pejabat tengok cakap macam mcm kat
                            jugak daripada manakala adakah hendaklah kepada tiap-tiap sahaja\
                            """),
                    Sibling.of(
                            "af",
                            "nl",
                            10,
                            """
                            nie 'n vir ek hy sy hulle julle baie dié hierdie daardie regte vryheid wees skool
                            persone mense moenie kry asb asseblief dankie môre vandag\
                            """),
                    Sibling.of(
                            "sw",
                            "tl hr id ms sq sl tr pl en yo eu fi et it es pt az ro sk so lt",
                            15,
                            """
                            na ya wa kwa ni katika kila mtu haki ana yake wake au la za cha vya bila kuwa hii huu hiyo hayo
                            kama lakini sana mimi wewe yeye sisi wao hapa leo kesho habari asante jambo ndiyo hapana watu nchi
                            yote wote hakuna bado kwamba tu pia sasa moja mwa yoyote nini nani zaidi hivyo baada\
                            """));

    private Siblings() {}

    /// @param text in lower case
    /// @return the language meant, if the table's word for it is that of a neighbour
    static String of(String language, String text) {
        if (ALL.stream().noneMatch(s -> s.takenFor.contains(language))) {
            return language;
        }
        var words =
                Arrays.stream(text.split("[^\\p{L}'-]+"))
                        .filter(w -> !w.isEmpty())
                        .toArray(String[]::new);
        for (var sibling : ALL) {
            if (sibling.takenFor.contains(language) && sibling.speaks(words)) {
                return sibling.language;
            }
        }
        return language.equals("ms") ? "id" : language; // far more people write Indonesian
    }
}
