package org.folkmoot.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.folkmoot.members.Told;

/// People made up by chance, always the same: names by a power law, each person on some platforms,
/// told with more or less.
final class Crowd {

    private static final int PAGE = 1000;
    private static final String[] PLATFORMS = {"slack:T1", "github", "discourse:forum", "mail"};
    private static final String[] SYLLABLES =
            "ba be bo da do fa go ha ki ko la le li lo ma mi mo na ne ni no pa ra ri ro sa so ta te ti va vi wa za"
                    .split(" ");

    private final Random random = new Random(3);
    private int people;

    /// So many accounts of new people, one to three each, page by page.
    void accounts(int many, Consumer<List<Told>> meet) {
        var page = new ArrayList<Told>();
        for (int i = 0; i < many; ) {
            for (var told : person(1 + random.nextInt(10) / 7 + random.nextInt(10) / 8)) {
                if (i++ < many) {
                    page.add(told);
                }
            }
            if (page.size() >= PAGE) {
                meet.accept(page);
                page.clear();
            }
        }
        meet.accept(page);
    }

    /// So many new people with three accounts each, page by page.
    void people(int many, Consumer<List<Told>> meet) {
        var page = new ArrayList<Told>();
        for (int i = 0; i < many; i++) {
            page.addAll(person(3));
            if (page.size() >= PAGE) {
                meet.accept(page);
                page.clear();
            }
        }
        meet.accept(page);
    }

    /// One person more.
    List<Told> person() {
        return person(1 + random.nextInt(10) / 7 + random.nextInt(10) / 8);
    }

    private List<Told> person(int accounts) {
        var number = people++;
        var given = word(2, 400);
        var surname = word(3, 30_000);
        var all = new ArrayList<Told>();
        for (int a = 0; a < accounts; a++) {
            var source = PLATFORMS[random.nextInt(PLATFORMS.length)];
            var fields = new HashMap<String, String>();
            var address = given + "." + surname + number % 97 + "@" + surname + ".example";
            fields.put(
                    "name",
                    random.nextInt(8) == 0 ? given : capital(given) + " " + capital(surname));
            if (source.equals("mail") || random.nextInt(2) == 0) {
                fields.put("email", address);
            }
            if (!source.equals("mail")) {
                fields.put(
                        "handle",
                        random.nextInt(3) == 0
                                ? surname + number % 1000
                                : given.charAt(0) + surname);
            }
            all.add(told(source, number + "-" + a, fields));
        }
        return all;
    }

    private static Told told(String source, String id, Map<String, String> fields) {
        return new Told(
                new Told.Key(source, id),
                fields,
                false,
                false,
                false,
                Set.of(),
                List.of(),
                null,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    /// One of so many words; the first ones come up most.
    private String word(int syllables, int many) {
        var rank = (int) (Math.pow(random.nextDouble(), 2) * many);
        var chosen = new Random(rank * 31L + syllables);
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[chosen.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
