package org.folkmoot.language;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells languages apart that the table of languages does not know from a neighbour that it knows,
/// by words that the one has and the other has not.
final class Siblings {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}'’-]+");

    /// How much more a word says that is only of one of the two.
    private static final int OWN = 3;

    /// @param language what a text is in if enough of its words are these
    /// @param takenFor what the table says of such a text
    /// @param enough hundredths of all words that must be of it
    /// @param own words of it alone; 'rather', also those that are rarer elsewhere
    /// @param against words of the neighbour alone
    private record Sibling(
            String language,
            Set<String> takenFor,
            int enough,
            Set<String> own,
            Set<String> rather,
            Set<String> against) {

        boolean speaks(String[] text) {
            var mine = Arrays.stream(text).filter(own::contains).toList();
            var more = Arrays.stream(text).filter(rather::contains).count();
            var less = Arrays.stream(text).filter(against::contains).count();
            return OWN * (mine.size() - less) + more >= OWN
                    && (mine.size() + more) * 100 >= (long) enough * text.length
                    && (!against.isEmpty() || several(mine, more, text.length));
        }

        /// A single word is by chance, but in very short texts.
        private static boolean several(List<String> mine, long more, int words) {
            return !mine.isEmpty() && Set.copyOf(mine).size() + more / 2 > (words > 4 ? 1 : 0);
        }
    }

    private static final List<Sibling> ALL =
            List.of(
                    new Sibling(
                            "ms",
                            Set.of("ms"),
                            1,
                            set(
                                    """
                                    kerana awak takde takda jer korang ialah wang pejabat tengok cakap mcm kat manakala sahaja bahawa
                                    nak depa kitorang diorang hendaklah adakah camtu camni takpe kerajaan sebarang ataupun jugak
                                    kahwin berkahwin ugama antarabangsa jenayah perkhidmatan samarata kanak-kanak polis kedai esok
                                    petang percuma filem beritahu cikgu seronok semasa keatas kebajikan syarikat ianya
                                    peribadi kesihatan perubatan tanggungjawab pilihanraya kerakyatan fahaman mesyuarat ibubapa sains
                                    kesemua sesiapa rehat perlembagaan mahkamah"""),
                            set(
                                    "boleh tak dah pun kepada daripada kau mana-mana tiap-tiap apa-apa hak-hak hang macam bila sikit lah"),
                            set(
                                    """
                                    karena bahwa nggak enggak engga gak ga gk ngga bisa uang banget kalo gue gua lo lu udah kayak doang
                                    dong kok nih tuh emang gimana apakah kalian gitu gini aja cuma bener bikin pak mbak tersebut presiden
                                    saja sudah negeri agar hanya""")),
                    new Sibling(
                            "af",
                            Set.of("nl"),
                            5,
                            set(
                                    """
                                    vir ek hy sy hulle julle baie dié hierdie daardie regte vryheid wees skool persone mense moenie kry asb
                                    asseblief dankie môre vandag elkeen vry vrye jy bly altyd tyd oor reg lewe hul soos asook nie
                                    onafhanklike enige sodanige sonder oral nasies volke"""),
                            Set.of(),
                            set(
                                    """
                                    een de ik je niet voor zijn maar ook dat deze naar bij hij zij jij wij mij zo wel heb heeft nog
                                    goed tijd jullie ieder recht vrijheid onze""")),
                    new Sibling(
                            "sw",
                            Set.of(
                                    "tl hr id ms sq sl tr pl en yo eu fi et it es pt az ro sk so lt fr cs"
                                            .split(" ")),
                            15,
                            set(
                                    """
                                    wa kwa katika mtu haki yake wake cha vya kuwa hii huu hiyo hayo lakini wewe yeye wao hapa
                                    kesho habari asante jambo ndiyo hapana watu nchi yote wote hakuna bado kwamba mwa yoyote
                                    nani zaidi hivyo baada kama sana yao ambayo ambao kila mimi ana hali kazi mambo jamaa juu
                                    kati sheria elimu taifa uhuru mwenyewe pamoja wakati yenye zile watoto dunia serikali
                                    sababu wala hasa mbalimbali ndio sawa mwake ndani huyo hivi"""),
                            set("na ya ni au la za bila sisi leo tu pia sasa moja nini"),
                            Set.of()));

    private Siblings() {}

    private static Set<String> set(String words) {
        return Set.of(words.split("\\s+"));
    }

    /// @param text in lower case
    /// @return the language meant, if the table's word for it is that of a neighbour
    static String of(String language, String text) {
        if (ALL.stream().noneMatch(s -> s.takenFor.contains(language))) {
            return language;
        }
        var words = BETWEEN.splitAsStream(text).filter(w -> !w.isEmpty()).toArray(String[]::new);
        for (var sibling : ALL) {
            if (sibling.takenFor.contains(language) && sibling.speaks(words)) {
                return sibling.language;
            }
        }
        return language.equals("ms") ? "id" : language; // far more people write Indonesian
    }
}
