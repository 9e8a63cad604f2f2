package org.folkmoot.connectors;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;

/// Writes a Slack export of any size, always the same for the same seed.
final class SlackTown {

    private static final int PEOPLE = 120;
    private static final String[] WORDS =
            "how do I build the release when tests fail on arm please thanks works now see docs"
                    .split(" ");

    private SlackTown() {}

    /// @param folder made if it is not there
    /// @param days of each of three channels
    /// @param perDay messages in each
    static void write(Path folder, int days, int perDay, long seed) throws IOException {
        var random = new Random(seed);
        Files.createDirectories(folder);
        try (var users = Files.newBufferedWriter(folder.resolve("users.json"))) {
            users.write("[");
            for (int i = 0; i < PEOPLE; i++) {
                users.write(
                        "%s{\"id\":\"U%05d\",\"team_id\":\"T00TOWN\",\"name\":\"person%d\",\"real_name\":\"Person %d\",\"profile\":{\"email\":\"p%d@example.org\"}}\n"
                                .formatted(i == 0 ? "" : ",", i, i, i, i));
            }
            users.write("]");
        }
        Files.writeString(
                folder.resolve("channels.json"),
                """
                [{"id":"C00000001","name":"general"},{"id":"C00000002","name":"help"},{"id":"C00000003","name":"random"}]
                """);
        for (var channel : new String[] {"general", "help", "random"}) {
            Files.createDirectories(folder.resolve(channel));
            var first = LocalDate.of(2025, 1, 1);
            for (int day = 0; day < days; day++) {
                var date = first.plusDays(day);
                try (var out =
                        Files.newBufferedWriter(folder.resolve(channel).resolve(date + ".json"))) {
                    day(out, date, perDay, random);
                }
            }
        }
    }

    private static void day(Writer out, LocalDate date, int messages, Random random)
            throws IOException {
        var start = date.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        String parent = null;
        out.write("[");
        for (int i = 0; i < messages; i++) {
            var ts = "%d.%06d".formatted(start + i * 86_000L / messages, i % 1_000_000);
            var who = "U%05d".formatted(random.nextInt(PEOPLE + 5)); // a few were never listed
            out.write(i == 0 ? "" : ",\n");
            out.write(
                    "{\"type\":\"message\",\"user\":\"%s\",\"ts\":\"%s\",\"text\":\""
                            .formatted(who, ts));
            for (int w = 0; w < 12; w++) {
                out.write(WORDS[random.nextInt(WORDS.length)] + " ");
            }
            out.write(random.nextInt(4) == 0 ? "?\"" : "\"");
            if (parent != null && random.nextInt(3) > 0) {
                out.write(",\"thread_ts\":\"%s\"".formatted(parent));
            } else {
                parent = ts;
            }
            if (random.nextInt(6) == 0) {
                out.write(
                        ",\"reactions\":[{\"name\":\"tada\",\"users\":[\"U%05d\"],\"count\":1}]"
                                .formatted(random.nextInt(PEOPLE)));
            }
            if (random.nextInt(40) == 0) {
                out.write(",\"edited\":{\"user\":\"%s\",\"ts\":\"%s\"}".formatted(who, ts));
            }
            out.write("}");
            if (random.nextInt(300) == 0) {
                out.write(",\n{\"type\":\"message\",\"text\":\"a row without a time\"}");
            }
        }
        out.write("]");
    }
}
