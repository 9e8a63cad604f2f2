/// The numbers of community health, each defined once.
@NullMarked
@ApplicationModule(
        displayName = "Metrics",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "activity",
            "identity",
            "connectors",
            "listening"
        })
package org.folkmoot.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
