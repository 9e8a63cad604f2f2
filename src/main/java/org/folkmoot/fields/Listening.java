package org.folkmoot.fields;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.members.Inference;
import org.folkmoot.members.ProfileField;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Concludes people's time zones from their hours. What is new in the ledger is read in the
/// background within a minute.
@Component
class Listening implements Inference {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);

    private final Rhythms rhythms;
    private final Communities communities;

    Listening(Rhythms rhythms, Communities communities) {
        this.rhythms = rhythms;
        this.communities = communities;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 10, timeUnit = TimeUnit.SECONDS)
    void everywhere() {
        for (var community : communities.all()) {
            try {
                Here.in(community.id(), (Callable<Integer>) this::run);
            } catch (Exception e) {
                log.error("Hours could not be counted; it is tried again in a minute", e);
            }
        }
    }

    /// Works off all that is new in the community we are in. Each step is a transaction of its
    /// own, so it can be killed and goes on.
    ///
    /// @return how many accounts were counted
    int run() {
        while (rhythms.listen()) {
            log.debug("There is more of the ledger to read");
        }
        int all = 0;
        for (int some = rhythms.count(); some > 0; some = rhythms.count()) {
            all += some;
        }
        return all;
    }

    @Override
    public List<Inferred> of(long member) {
        var theirs = rhythms.of(member);
        if (theirs.isEmpty()) {
            return List.of();
        }
        return Rhythm.sum(theirs)
                .guess()
                .map(
                        g ->
                                new Inferred(
                                        ProfileField.TIMEZONE,
                                        g.words(),
                                        "From %,d hours in which they were active. Of five such conclusions four are right."
                                                .formatted(g.hours()),
                                        g.earliest(),
                                        g.latest()))
                .stream()
                .toList();
    }
}
