package org.folkmoot.privacy;

import java.util.Optional;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.ForgottenList;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Forgets again whom an older backup brought back, by a list that was kept beside the backups.
@Service
public class Reapplying {

    private final ForgottenList list;
    private final Subjects subjects;
    private final Eraser eraser;
    private final UnknownKey unknown;

    Reapplying(ForgottenList list, Subjects subjects, Eraser eraser, UnknownKey unknown) {
        this.list = list;
        this.subjects = subjects;
        this.eraser = eraser;
        this.unknown = unknown;
    }

    /// The list as JSON; empty while nobody asked to be forgotten.
    public Optional<String> write() {
        return list.tell().map(JsonMapper.shared()::writeValueAsString);
    }

    /// Forgets everybody of the list who is here under their own name.
    ///
    /// @return how many people
    /// @throws Refusal.Unusable when it is no such list
    public int reapply(String written) {
        var kept = read(written);
        var missing = unknown.fingerprint();
        if (missing.isPresent() && !missing.get().equals(ForgottenList.fingerprint(kept.key()))) {
            throw new Refusal.Unusable(
                    "This list is of another community than this one came from: its key is another.");
        }
        var named = list.named(kept);
        unknown.found();
        named.forEach(
                (member, accounts) -> eraser.finish(eraser.plan(subjects.of(member, accounts))));
        return named.size();
    }

    private static ForgottenList.Kept read(String written) {
        try {
            var kept = JsonMapper.shared().readValue(written, ForgottenList.Kept.class);
            if (kept != null && kept.key() != null && kept.key().matches("[0-9a-f]{64}")) {
                return kept;
            }
        } catch (JacksonException e) {
            // said below, the same as for any other file
        }
        throw new Refusal.Unusable(
                "This is no list of forgotten people. Write one with: folkmoot privacy list -o FILE");
    }
}
