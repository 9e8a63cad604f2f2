package org.folkmoot.connectors.discord;

import static org.folkmoot.connectors.discord.DiscordExport.SOURCE;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Place;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.connectors.intake.Unicode;

/// Reads channels saved as CSV. It tells no message ids, so they are made of what cannot change:
/// channel, author, time, a hash of the content, and how many the same there were before.
final class DiscordCsv {

    private static final Pattern REACTION = Pattern.compile("(.+?) \\((\\d{1,9})\\)(?:,|$)");
    private static final String JOINED = "Joined the server.";
    private static final List<String> NOTES = List.of("Pinned a message.", "Started a thread.");

    private final DiscordTime time;
    private final boolean privateToo;
    private final DiscordPeople people;
    private final Finds finds;
    private final Map<String, Integer> sameMoment = new HashMap<>();
    private String moment = "";

    DiscordCsv(Map<String, String> options, DiscordPeople people, Finds finds) {
        this.time = new DiscordTime(options);
        this.privateToo = DiscordExport.privateToo(options);
        this.people = people;
        this.finds = finds;
    }

    void read(Tree tree, Tree.Entry file) throws IOException {
        var room = Room.of(file);
        if (room.isPrivate() && !privateToo) {
            return;
        }
        var channel = room.id();
        finds.add(Place.of(SOURCE, channel, room.name(), Style.CHAT));
        var line = 1L;
        try (var rows =
                CsvReader.builder()
                        .fieldSeparator(DiscordExport.separator(tree, file))
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(Unicode.reader(tree.open(file)))) {
            for (var row : rows) {
                line = row.getStartingLineNumber();
                if (line > 1 || !row.getField(0).equals("AuthorID")) {
                    message(channel, file.path(), row);
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            var why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            var reason = "After this row the file cannot be read: " + why;
            finds.add(new Refused(file.path(), line, reason, ""));
        }
    }

    private void message(String channel, String file, CsvRecord row) {
        var author = field(row, 0);
        var at = time.local(field(row, 2));
        if (row.getFieldCount() < 4 || !author.matches("\\d{1,20}") || at == null) {
            var reason =
                    at == null && row.getFieldCount() >= 4
                            ? "Its date cannot be read or is outside 2015 to 2099; if the day comes"
                                    + " before the month, say so when you import."
                            : "This row has no author's number, or too few columns.";
            var raw = String.join(",", row.getFields());
            finds.add(new Refused(file, row.getStartingLineNumber(), reason, raw));
            return;
        }
        var content = field(row, 3);
        people.met(author, field(row, 1), at);
        var id = id(channel, author, at, content);
        finds.add(
                Deed.of(SOURCE, id, kind(content), author, at)
                        .in(channel)
                        .saying(content)
                        .files(files(field(row, 4))));
        if (content.equals(JOINED)) {
            people.joined(author, at);
        }
        var reaction = REACTION.matcher(field(row, 5));
        while (reaction.find()) {
            var emoji = reaction.group(1);
            finds.add(
                    Deed.of(SOURCE, id + "/reaction/" + emoji, Kind.REACTION, null, at)
                            .inferred(true)
                            .in(channel)
                            .under(id)
                            .saying(emoji)
                            .fact("count", reaction.group(2)));
        }
    }

    /// The channel, which the file's name alone tells.
    private record Room(String id, String name, boolean isPrivate) {

        /// `Guild - Category - channel [123].csv`, maybe with a date range or a part's number.
        private static final Pattern NAME =
                Pattern.compile(
                        "(?:(?<guild>.*?) - )?(?:.* - )?(?<name>.+?) \\[(?<id>\\d+)].*\\.csv");

        /// What says nothing of a channel.
        private static final Pattern PART = Pattern.compile("(?i)(?:part|export)?[ _-]*\\d{0,14}");

        /// Of a file that was given another name, that name; of parts in a folder, the folder's.
        static Room of(Tree.Entry file) {
            var name = NAME.matcher(file.name());
            if (name.matches()) {
                var direct = "Direct Messages".equals(name.group("guild"));
                return new Room(name.group("id"), name.group("name"), direct);
            }
            var bare = file.name().replaceFirst("(?i)\\.csv$", "");
            var folder = file.folder();
            if (bare.matches("\\d{15,20}") || folder.isEmpty()) {
                return new Room(bare, bare, false);
            }
            var last = folder.substring(folder.lastIndexOf('/') + 1);
            return PART.matcher(bare).matches()
                    ? new Room(folder, last, false)
                    : new Room(folder + "/" + bare, bare, false);
        }
    }

    private static String field(CsvRecord row, int column) {
        return column < row.getFieldCount() ? row.getField(column).replace("\0", "") : "";
    }

    private static Kind kind(String content) {
        if (content.equals(JOINED)) {
            return Kind.JOIN;
        }
        return NOTES.contains(content) ? Kind.SYSTEM_NOTE : Kind.MESSAGE;
    }

    private String id(String channel, String author, Instant at, String content) {
        var now = channel + "/" + at.getEpochSecond();
        if (!now.equals(moment)) {
            moment = now;
            sameMoment.clear();
        }
        var hash = hash(content);
        var nth = sameMoment.merge(author + "/" + hash, 1, Integer::sum);
        return "%s/%s/%s%s".formatted(now, author, hash, nth == 1 ? "" : "/" + nth);
    }

    private static String hash(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = digest.digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// The last part of each address, without what follows a question mark.
    private static List<String> files(String urls) {
        var names = new ArrayList<String>();
        for (var url : urls.split(",", -1)) {
            var path = url.replaceFirst("[?#].*", "");
            var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
            if (!name.isBlank()) {
                names.add(name);
            }
        }
        return names;
    }
}
