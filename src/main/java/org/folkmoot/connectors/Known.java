package org.folkmoot.connectors;

import java.util.Collection;
import java.util.Set;
import org.folkmoot.activity.Activities;
import org.folkmoot.members.Identities;
import org.folkmoot.members.Told;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What of an export is here already.
@Component
@Transactional(readOnly = true)
class Known {

    private final Activities activities;
    private final Identities identities;

    Known(Activities activities, Identities identities) {
        this.activities = activities;
        this.identities = identities;
    }

    Set<String> activities(String source, Collection<String> ids) {
        return activities.known(source, ids);
    }

    long people(Collection<Told.Key> keys) {
        return identities.known(keys);
    }
}
