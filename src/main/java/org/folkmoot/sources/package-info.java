/// Live connections: what a community's platforms tell by themselves, and what we say there.
///
/// This package holds what a platform's package builds upon, connections, and the lines by which
/// they are asked; of those below it, one is for each platform, and the others say what they are.
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
