/// The first page of the day: what changed, who waits, who is new or gone quiet, what they talk
/// about.
@NullMarked
@ApplicationModule(
        displayName = "Today",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "activity",
            "connectors",
            "metrics"
        })
package org.folkmoot.today;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
