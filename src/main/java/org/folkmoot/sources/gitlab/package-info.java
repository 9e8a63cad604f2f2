/// GitLab, live: issues, merge requests, comments, people and calls.
@NullMarked
package org.folkmoot.sources.gitlab;

import org.jspecify.annotations.NullMarked;
