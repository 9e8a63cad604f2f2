/// How the outside comes in: one sub-package per platform or format, one shape for all of them.
@NullMarked
@ApplicationModule(
        displayName = "Connectors",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "activity",
            "fields"
        })
package org.folkmoot.connectors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
