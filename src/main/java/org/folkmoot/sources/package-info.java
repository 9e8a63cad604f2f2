/// Live connections: what a community's platforms tell by themselves, and what we say there.
@NullMarked
@ApplicationModule(
        displayName = "Sources",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "activity",
            "connectors",
            "connectors::*"
        })
package org.folkmoot.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
