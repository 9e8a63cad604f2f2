package org.folkmoot.sources;

import java.util.List;
import java.util.Set;
import org.folkmoot.activity.Originals;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What is said and done on platforms, for whoever works without a page: the same outbox, the same
/// hold.
@Component
public class Dispatch {

    private static final Set<Act.What> TO_PEOPLE =
            Set.of(Act.What.TIMEOUT, Act.What.BAN, Act.What.LIFT, Act.What.ROLE);

    private final Speaking speaking;
    private final Outbox outbox;
    private final Sending sending;
    private final Originals originals;
    private final Communities communities;
    private final JdbcClient db;

    Dispatch(
            Speaking speaking,
            Outbox outbox,
            Sending sending,
            Originals originals,
            Communities communities,
            JdbcClient db) {
        this.speaking = speaking;
        this.outbox = outbox;
        this.sending = sending;
        this.originals = originals;
        this.communities = communities;
        this.db = db;
    }

    /// @throws Refusal.Unusable when the platform cannot do this, or something is missing
    public Outgoing say(long source, Said said) {
        return speaking.say(source, said);
    }

    /// What an act on an activity of the ledger is done to: what its platform calls it, or whoever
    /// did it.
    ///
    /// @throws Refusal.NotFound when it is not here
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public String target(Act.What what, long activity) {
        var original =
                originals.of(activity).orElseThrow(() -> new Refusal.NotFound("This activity"));
        if (!TO_PEOPLE.contains(what)) {
            return original.id();
        }
        return db.sql(
                        """
                        select external_id from members.report_account
                        where community_id = folkmoot.community() and identity_id = :identity
                        """)
                .param("identity", original.identity())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal.Unusable("Nobody knows who wrote it."));
    }

    public Outgoing get(long source, long id) {
        return outbox.get(source, id);
    }

    /// The newest first.
    public List<Outgoing> of(long source, int most) {
        return outbox.of(source, most);
    }

    /// @throws Refusal.Unusable when it is too late
    public void takeBack(long source, long id) {
        speaking.takeBack(source, id);
    }

    /// Tries one again; what may have arrived is looked for first.
    public Outgoing again(long source, long id) {
        return speaking.again(source, id);
    }

    /// Sends what is due in the community we are in; of a made-up one nothing leaves.
    ///
    /// @return false where nothing ever leaves
    public boolean send() {
        if (communities.here().demo()) {
            return false;
        }
        sending.round();
        return true;
    }
}
