package org.folkmoot.sources.outbox;

import java.util.List;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Act;
import org.springframework.stereotype.Component;

/// What is said and done on platforms, for whoever works without a page: the same outbox, the same
/// hold.
@Component
public class Dispatch {

    private final Speaking speaking;
    private final Outbox outbox;
    private final Sending sending;
    private final Answering answering;
    private final Communities communities;

    Dispatch(
            Speaking speaking,
            Outbox outbox,
            Sending sending,
            Answering answering,
            Communities communities) {
        this.speaking = speaking;
        this.outbox = outbox;
        this.sending = sending;
        this.answering = answering;
        this.communities = communities;
    }

    /// @throws Refusal.Unusable when the platform cannot do this, or something is missing
    public Outgoing say(long source, Said said) {
        return speaking.say(source, said);
    }

    /// What an act on an activity of the ledger is done to: what its platform calls it, or whoever
    /// did it.
    ///
    /// @throws Refusal.NotFound when it is not here
    public String target(Act.What what, long activity) {
        return answering.post(activity).target(what);
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
