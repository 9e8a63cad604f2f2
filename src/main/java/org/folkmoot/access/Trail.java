package org.folkmoot.access;

import java.util.Map;
import org.folkmoot.store.Here;
import org.folkmoot.web.RequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Who did what in the community we are in. Rows are only ever added: the database lets the
/// application neither change nor remove them.
@Repository
@Transactional
public class Trail {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    Trail(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    /// Notes an action of the present visitor, in the caller's transaction: both happen or neither.
    ///
    /// @param action past tense: "member tagged"
    /// @param subject the kind of thing it was done to: "member"
    /// @param subjectId its id
    /// @param details whatever a reader later needs, as JSON; no secrets, no texts of others
    public void record(
            String action,
            @Nullable String subject,
            @Nullable String subjectId,
            Map<String, ?> details) {
        record(action, who(), subject, subjectId, details);
    }

    /// The same, of somebody who visits no community at the moment: who accepts an invitation, or
    /// whose work goes on in the background.
    public void record(
            String action,
            String who,
            @Nullable String subject,
            @Nullable String subjectId,
            Map<String, ?> details) {
        db.sql(
                        """
                        insert into access.trail (community_id, account_id, who, action, subject, subject_id, detail, request)
                        values (:community, :account, :who, :action, :subject, :subjectId, :detail::jsonb, :request)
                        """)
                .param("community", Here.community().value())
                .param("account", Here.accountOrNull())
                .param("who", who)
                .param("action", action)
                .param("subject", subject)
                .param("subjectId", subjectId)
                .param("detail", JsonMapper.shared().writeValueAsString(details))
                .param("request", RequestId.current())
                .update();
        events.publishEvent(new TrailGrew(Here.community()));
    }

    /// The name that goes into the trail for what happens now.
    public static String who() {
        var visitor = Visitor.orNull();
        if (visitor == null) {
            return "command line";
        }
        return visitor.token() == null ? visitor.name() : "token " + visitor.name();
    }
}
