/// How fast Folkmoot is, measured on made-up data in a data folder of its own.
@NullMarked
@ApplicationModule(
        displayName = "Bench",
        allowedDependencies = {
            "kernel",
            "store",
            "access",
            "community",
            "members",
            "activity",
            "connectors",
            "connectors::intake",
            "connectors::git",
            "identity",
            "sources"
        })
package org.folkmoot.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
