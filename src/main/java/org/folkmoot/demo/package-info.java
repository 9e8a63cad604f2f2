/// A made-up community with two years of history, to look around in.
@NullMarked
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "consent",
            "activity",
            "connectors",
            "organisations",
            "care"
        })
package org.folkmoot.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
