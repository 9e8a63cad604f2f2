package org.folkmoot.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/// No reader claims another's files: each of these is known by exactly one of ours.
class RecognisingTests {

    private static final Set<String> OURS =
            Set.of(
                    "csv",
                    "discourse",
                    "wordpress",
                    "feed",
                    "ical",
                    "orbit",
                    "commonroom",
                    "savannah",
                    "crowddev");

    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("csv: people.csv", "name,email\nAda,ada@example.org\n");
        FILES.put("csv: things.csv", "when,who,message\n2024-01-01,Ada,Hi\n");
        FILES.put(
                "discourse: users.csv",
                "id,name,username,email,title,created_at,last_seen_at,trust_level\n");
        FILES.put("discourse: t.json", "{\"post_stream\":{\"posts\":[]},\"id\":1}");
        FILES.put("discourse: latest.json", "{\"users\":[],\"topic_list\":{\"topics\":[]}}");
        FILES.put(
                "wordpress: w.xml",
                "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel/></rss>");
        FILES.put("feed: f.xml", "<rss version=\"2.0\"><channel/></rss>");
        FILES.put("ical: c.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
        FILES.put(
                "orbit: m.json",
                "{\"data\":[{\"id\":\"x\",\"type\":\"member\",\"attributes\":{\"orbit_level\":1}}]}");
        FILES.put(
                "orbit: a.json",
                "{\"data\":[{\"id\":\"x\",\"type\":\"custom_activity\",\"attributes\":{},\"relationships\":{}}]}");
        FILES.put(
                "orbit: m.csv",
                "name,email,github,twitter,linkedin,discord,bio,birthday,company,title,location,teammate,tags\n");
        FILES.put("orbit: a.csv", "email,title,activity_type,occurred_at,key\n");
        FILES.put(
                "commonroom: c.json",
                "{\"contacts\":[{\"id\":\"c_1\",\"name\":\"Ada\",\"primaryEmail\":null}]}");
        FILES.put(
                "commonroom: a.json",
                "[{\"id\":\"a\",\"activityType\":\"x\",\"user\":{\"id\":\"u\"}}]");
        FILES.put(
                "savannah: s.csv",
                "Member,Company,Role,First Seen,Last Seen,Activity Count,Tags\n");
        FILES.put(
                "savannah: k.csv",
                "Member,Company,First Contrib,Last Contrib,Contrib Count,Tags\n");
        FILES.put(
                "crowddev: d.csv",
                "id,username,displayName,emails,score,joinedAt,activeOn,identities,tags,organizations,activityCount,lastActive,reach,averageSentiment,score,attributes\n");
        FILES.put("none: chat.csv", "AuthorID,Author,Date,Content,Attachments,Reactions\n");
        FILES.put(
                "none: issues.json",
                "[{\"url\":\"https://api.github.com/repos/a/b/issues/1\",\"node_id\":\"x\",\"number\":1,\"title\":\"t\",\"user\":{\"login\":\"ada\"},\"body\":\"b\",\"type\":null}]");
        FILES.put(
                "none: users.json",
                "[{\"id\":\"U1\",\"team_id\":\"T\",\"name\":\"ada\",\"profile\":{\"real_name\":\"Ada\"}}]");
        FILES.put(
                "none: discord.json",
                "{\"guild\":{\"id\":\"1\"},\"channel\":{\"id\":\"2\"},\"messages\":[{\"id\":\"3\",\"type\":\"Default\",\"timestamp\":\"2024-01-01\"}]}");
        FILES.put("none: Users.xml", "<?xml version=\"1.0\"?><users><row Id=\"1\"/></users>");
        FILES.put("none: notes.txt", "just some text\n");
    }

    @TempDir Path folder;

    @Test
    void eachFileIsKnownByItsOwnReaderOnly() throws Exception {
        var number = 0;
        for (var entry : FILES.entrySet()) {
            var parts = entry.getKey().split(": ", -1);
            var path = Given.file(folder, number++ + "/" + parts[1], entry.getValue());
            var expected = parts[0].equals("none") ? List.of() : List.of(parts[0]);

            assertThat(recognisedBy(path)).as(entry.getKey()).isEqualTo(expected);
            assertThat(recognisedBy(path.resolveSibling("")))
                    .as(entry.getKey() + " in a folder")
                    .isEqualTo(expected);
        }
    }

    @Test
    void everyReaderTellsHowToGetItsFile() throws Exception {
        assertThat(formats())
                .hasSize(OURS.size())
                .allSatisfy(
                        format -> {
                            assertThat(format.title()).isNotBlank();
                            assertThat(format.howToGet()).hasSizeGreaterThan(60).endsWith(".");
                        });
    }

    private static List<String> recognisedBy(Path path) throws Exception {
        var names = new ArrayList<String>();
        for (var format : formats()) {
            if (Given.recognises(format, path)) {
                names.add(format.name());
            }
        }
        return names;
    }

    private static List<Format> formats() throws Exception {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Format.class));
        var formats = new ArrayList<Format>();
        for (var found : scanner.findCandidateComponents("org.folkmoot.connectors")) {
            var name = String.valueOf(found.getBeanClassName());
            if (OURS.stream().anyMatch(ours -> name.contains("connectors." + ours + "."))) {
                var constructor = Class.forName(name).getDeclaredConstructor();
                constructor.setAccessible(true);
                formats.add((Format) constructor.newInstance());
            }
        }
        return formats;
    }
}
