/// The frame around every page: layout, words for refusals, safe rendering of foreign text, the
/// tray of long work.
@NullMarked
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"kernel", "store"})
package org.folkmoot.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
