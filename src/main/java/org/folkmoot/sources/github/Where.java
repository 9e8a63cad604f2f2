package org.folkmoot.sources.github;

import java.util.Optional;
import java.util.regex.Pattern;

/// What an id of ours means on GitHub: `ada/moot#12/comment/345`, `ada/moot/d/7/comment/88`.
///
/// @param number of the issue, pull request or discussion
/// @param kind `comment`, `line` or `review`; empty for the thread itself
/// @param id of the comment; empty for the thread itself
record Where(String repository, boolean discussion, String number, String kind, String id) {

    private static final Pattern ID =
            Pattern.compile(
                    "([\\w.-]+/[\\w.-]+)(#|/d/)(\\d+)(?:/(comment|line|review)/(\\d+))?(?:/.*)?");

    static Optional<Where> find(String target) {
        var found = ID.matcher(target.strip());
        return found.matches()
                ? Optional.of(
                        new Where(
                                found.group(1),
                                found.group(2).equals("/d/"),
                                found.group(3),
                                found.group(4) == null ? "" : found.group(4),
                                found.group(5) == null ? "" : found.group(5)))
                : Optional.empty();
    }

    static Where of(String target) {
        return find(target)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "This is no issue, pull request, discussion or comment of GitHub."));
    }

    boolean thread() {
        return id.isEmpty();
    }

    String owner() {
        return repository.substring(0, repository.indexOf('/'));
    }

    String name() {
        return repository.substring(repository.indexOf('/') + 1);
    }

    /// The issue or pull request, which share their numbers.
    String issue() {
        return "/repos/%s/issues/%s".formatted(repository, number);
    }

    /// The thing itself.
    String path() {
        return switch (kind) {
            case "comment" -> "/repos/%s/issues/comments/%s".formatted(repository, id);
            case "line" -> "/repos/%s/pulls/comments/%s".formatted(repository, id);
            case "review" -> "/repos/%s/pulls/%s/reviews/%s".formatted(repository, number, id);
            default -> issue();
        };
    }
}
