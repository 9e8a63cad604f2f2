/// How close people are to the community: levels, love, reach, gravity, and why.
@NullMarked
@ApplicationModule(
        displayName = "Orbit",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "activity",
            "identity"
        })
package org.folkmoot.orbit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
