/// Who finds their way in, who carries the community, and who is about to leave.
@NullMarked
@ApplicationModule(
        displayName = "Lifecycle",
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
package org.folkmoot.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
