/// Did it help: those who did something beside members like them who had not.
@NullMarked
@ApplicationModule(
        displayName = "Effect",
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
            "metrics"
        })
package org.folkmoot.effect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
