package org.folkmoot.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;

/// Writes a Slack workspace export of any size: people by a power law, three in ten messages in
/// threads, one in five with a reaction. The same seed writes the same export.
final class SlackExport {

    /// As measured; people and channels weigh little beside them.
    private static final int BYTES_A_MESSAGE = 216;

    private static final int MOST_PEOPLE = 100_000;
    private static final int CHANNELS = 20;
    private static final int DAYS = 500;
    private static final String[] WORDS =
            ("how do we build the theme with search plugin and translate pages when version changes after"
                            + " deploy cache is stale please try to clear it thanks that worked for me here"
                            + " is what I see in the log error message config file missing default value")
                    .split(" ");

    private final Random random;
    private final int messages;
    private final int people;
    private final Instant start;

    /// @param start the first day; another start gives another stretch of the same workspace
    SlackExport(long seed, int messages, Instant start) {
        this.random = new Random(seed);
        this.messages = messages;
        this.people = Math.clamp(messages / 50, 50, MOST_PEOPLE);
        this.start = start;
    }

    /// About so many million bytes.
    static SlackExport ofMegabytes(int megabytes, Instant start) {
        return new SlackExport(0, (int) (megabytes * 1_000_000L / BYTES_A_MESSAGE), start);
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var out = Files.newBufferedWriter(folder.resolve("users.json"))) {
            out.write('[');
            for (int p = 0; p < people; p++) {
                out.write(
                        """
                        %s{"id":"U%06d","team_id":"TBENCH","name":"person%d","updated":%d,"profile":{"real_name":"Person Number %d","email":"person%d@example.org"}}
                        """
                                .formatted(p == 0 ? "" : ",", p, p, start.getEpochSecond(), p, p));
            }
            out.write(']');
        }
        try (var out = Files.newBufferedWriter(folder.resolve("channels.json"))) {
            out.write('[');
            for (int c = 0; c < CHANNELS; c++) {
                out.write(
                        "%s{\"id\":\"C%03d\",\"name\":\"channel-%d\"}"
                                .formatted(c == 0 ? "" : ",", c, c));
            }
            out.write(']');
        }
        var days = Math.min(DAYS, Math.max(1, messages / CHANNELS / 10));
        var perFile = Math.max(1, messages / CHANNELS / days);
        for (int c = 0; c < CHANNELS; c++) {
            var channel = Files.createDirectories(folder.resolve("channel-" + c));
            for (int d = 0; d < days; d++) {
                var day = LocalDate.ofInstant(start, ZoneOffset.UTC).plusDays(d);
                try (var out = Files.newBufferedWriter(channel.resolve(day + ".json"))) {
                    day(out, day, perFile);
                }
            }
        }
    }

    private void day(BufferedWriter out, LocalDate day, int many) throws IOException {
        var midnight = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        var step = Math.max(1, 86_000 / many);
        var thread = "";
        out.write('[');
        for (int m = 0; m < many; m++) {
            var ts = "%d.%06d".formatted(midnight + (long) m * step, random.nextInt(1_000_000));
            var reply = !thread.isEmpty() && random.nextInt(10) < 3;
            out.write(m == 0 ? "" : ",\n");
            out.write(
                    "{\"type\":\"message\",\"user\":\"U%06d\",\"ts\":\"%s\"%s,\"text\":\"%s\"%s}"
                            .formatted(
                                    person(),
                                    ts,
                                    reply ? ",\"thread_ts\":\"" + thread + "\"" : "",
                                    text(),
                                    random.nextInt(5) == 0
                                            ? ",\"reactions\":[{\"name\":\"tada\",\"users\":[\"U%06d\"],\"count\":1}]"
                                                    .formatted(person())
                                            : ""));
            thread = reply ? thread : ts;
        }
        out.write(']');
    }

    private int person() {
        return (int) (Math.pow(random.nextDouble(), 3) * people);
    }

    private String text() {
        var text = new StringBuilder();
        var length = 5 + random.nextInt(35);
        for (int w = 0; w < length; w++) {
            text.append(w == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.append(random.nextInt(5) == 0 ? "?" : ".")
                .append(random.nextInt(100_000))
                .toString();
    }
}
