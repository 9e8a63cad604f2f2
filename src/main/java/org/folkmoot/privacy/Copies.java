package org.folkmoot.privacy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.folkmoot.access.Trail;
import org.folkmoot.community.Communities;
import org.folkmoot.members.PersonalData.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Everything that is known of a person, for her: as it was at one moment, row by row to whoever
/// takes it, so that it needs little memory however much it is.
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Copies {

    private final Subjects subjects;
    private final Communities communities;
    private final Trail trail;
    private final Looks looks;
    private final Clock clock;

    Copies(Subjects subjects, Communities communities, Trail trail, Looks looks, Clock clock) {
        this.subjects = subjects;
        this.communities = communities;
        this.trail = trail;
        this.looks = looks;
        this.clock = clock;
    }

    /// Notes that a copy is taken; call it before, in a transaction that writes.
    ///
    /// @param by how: "browser", "API", "command line", "her own link"
    /// @throws org.folkmoot.kernel.Refusal.NotFound when there is nobody of this number
    @Transactional
    public void note(long member, String by) {
        var subject = subjects.get(member);
        trail.record(
                "personal data exported",
                "member",
                Long.toString(subject.member()),
                Map.of("by way of", by));
        looks.sawOne(subject.member(), "copy");
    }

    /// Both: `data.json` for programs and `read.html` for people.
    public void zip(long member, OutputStream out) throws IOException {
        var subject = subjects.get(member);
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        var writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        zip.putNextEntry(new ZipEntry("read.html"));
        write(subject, new HtmlSheet(writer));
        writer.flush();
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("data.json"));
        write(subject, new JsonSheet(writer));
        writer.flush();
        zip.finish();
        out.flush();
    }

    public void json(long member, Writer out) throws IOException {
        write(subjects.get(member), new JsonSheet(out));
        out.flush();
    }

    private void write(Subject subject, Sheet sheet) throws IOException {
        try {
            sheet.begin(
                    subjects.name(subject.member()).name(),
                    communities.here().name(),
                    clock.instant());
            var rows = new Rows(sheet);
            for (var kept : subjects.everywhere()) {
                for (var part : kept.tell(subject)) {
                    rows.part(part.title(), part.key());
                    part.rows().forEach(rows::row);
                }
            }
            for (var kept : subjects.everywhere()) {
                kept.tellMuch(subject, rows);
            }
            sheet.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
