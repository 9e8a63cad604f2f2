/// What to watch: days worth marking, goals, alerts, and the letters that tell of them.
@NullMarked
@ApplicationModule(
        displayName = "Briefing",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "activity",
            "metrics"
        })
package org.folkmoot.briefing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
