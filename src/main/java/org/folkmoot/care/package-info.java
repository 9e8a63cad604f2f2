/// Who of the team looks after whom: tasks, watched people, who keeps up which relationship, when
/// the team last spoke with somebody, and colleagues mentioned in notes.
@NullMarked
@ApplicationModule(
        displayName = "Care",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "activity"
        })
package org.folkmoot.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
