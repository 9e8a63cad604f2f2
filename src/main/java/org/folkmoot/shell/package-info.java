/// The command line: one verb a file, each a thin voice of the module that does the work.
@NullMarked
@ApplicationModule(
        displayName = "Shell",
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
            "connectors::intake",
            "sources",
            "sources::comparing",
            "sources::connections",
            "sources::hearing",
            "sources::leaving",
            "sources::outbox",
            "sources::outgoing",
            "sources::pulls",
            "sources::refusals",
            "sources::roles",
            "metrics",
            "brief",
            "orbit",
            "listening",
            "language",
            "privacy",
            "demo",
            "bench"
        })
package org.folkmoot.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
