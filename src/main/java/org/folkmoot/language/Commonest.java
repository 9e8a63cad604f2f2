package org.folkmoot.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The commonest short words of neighbours that are taken for each other (Slavic and Scandinavian
/// languages, Hindi, Marathi), as people also write them in haste. A word speaks for all of these
/// that have it.
final class Commonest {

    /// A text of nothing but such words is so much more likely.
    private static final double WEIGHT = .2;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}'’]+");

    private static final String WORDS =
            """
            cs jsem jsi jsme jste jsou se není neni co jak když kdyz taky také protože ještě jeste jen jenom při ve ze byl byla nás vás mě me dnes zítra který ktery která nebo kdo jako být mám můj teď ted díky dobrý že už ale tak to na je si
            sk som sa si sme ste sú su je nie čo co ako keď ked aj ale lebo že už ešte este len iba pri po vo do zo so bol bola boli mňa mna dnes zajtra tiež tiez ktorý ktory ktorá ktoré ktore alebo kto mám mam môj teraz ďakujem dakujem na to tak
            sl in pa sem se bi bom bo boš kaj kje ki ker tudi še je zdaj zdej kot ni nisem so smo ali ampak samo lahko danes jutri vedno po pri tale tole mal če brez res zelo naj z s v iz kdo pred od za na tako kako vse ga ti mi te
            hr što šta sta kad kada gde gdje nije nisam sam smo su bih će ce ću cu li ali ili i koji koja koje kako samo ovo ovaj evo nema ima kao od sa jer tko ko neko nešto nesto volim treba danas sutra dobro uvek uvijek baš bas bre je mi ti u se na za da ne
            da og jeg er det ikke at en et til på med som af den de har for vi var så men også bliver blev hvad nu skal kan fra om hvor meget noget mig dig
            no og jeg er det ikke at en et til på med som av den de har for vi var så men også blir ble hva nå skal kan fra om hvor mye noe meg deg
            sv och jag är det inte att en ett till på med som av den de har för vi var så men också blir blev vad nu ska kan från om var mycket något mig dig
            ru и в не на я что с как это а он но у мне меня ты мы так все то же бы по из за если только когда уже да нет для
            uk і й в у не на я що з як це а він але мені мене ти ми так все то ж би по із за якщо тільки коли вже та є до для від про
            be і ў не на я што з як гэта а ён але мне мяне ты мы так усё то ж бы па калі толькі ужо ды ёсць да для ад
            bg и в не на аз че с как това а той но у ми ме ти ние така всичко то же би по от за ако само когато вече да няма се са си е ще има към до със
            sr и у не на ја да с како ово а он али ми ме ти тако све то бих по из за ако само када већ је се су ће има
            hi है और नहीं के में का की को से हैं पर ये वो क्या था हो भी तो ने यह कर
            mr आहे आणि नाही मी तू ची चे मध्ये होते आहेत काय पण हे ते या तर व
            """;

    private static final Map<String, List<String>> LANGUAGES = parsed();

    private Commonest() {}

    private static Map<String, List<String>> parsed() {
        var all = new HashMap<String, List<String>>();
        WORDS.lines()
                .forEach(
                        line -> {
                            var words = line.split(" ");
                            for (int i = 1; i < words.length; i++) {
                                all.merge(
                                        words[i],
                                        List.of(words[0]),
                                        (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
                            }
                        });
        return Map.copyOf(all);
    }

    /// By how much each language is likelier for them.
    ///
    /// @param said in lower case
    static Map<String, Double> of(String said) {
        var words = BETWEEN.split(said);
        var share = WEIGHT / Math.max(1, words.length);
        var more = new HashMap<String, Double>();
        Arrays.stream(words)
                .flatMap(word -> LANGUAGES.getOrDefault(word, List.of()).stream())
                .forEach(language -> more.merge(language, share, Double::sum));
        return more;
    }
}
