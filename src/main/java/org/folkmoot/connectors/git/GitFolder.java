package org.folkmoot.connectors.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/// Where a repository lies, and what it is called.
final class GitFolder {

    private static final Pattern REMOTE =
            Pattern.compile("(?:[a-z+]+://)?(?:[^/@]*@)?([^/:]+)(?::\\d+)?[/:]/*(.+)");

    private GitFolder() {}

    static boolean is(Path path) {
        return Files.exists(path.resolve(".git").resolve("HEAD"))
                || pointsElsewhere(path.resolve(".git"))
                || bare(path);
    }

    private static boolean bare(Path path) {
        return Files.isRegularFile(path.resolve("HEAD"))
                && (Files.isDirectory(path.resolve("objects"))
                        || Files.isRegularFile(path.resolve("commondir")));
    }

    /// The `.git` file of a linked work tree or a submodule.
    private static boolean pointsElsewhere(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) < 8192
                    && Files.readString(file).startsWith("gitdir:");
        } catch (IOException e) {
            return false; // unreadable, so none of ours
        }
    }

    /// @throws IOException with a sentence, when it cannot be opened
    static Repository open(Path path) throws IOException {
        var builder = new FileRepositoryBuilder().setMustExist(true);
        if (Files.exists(path.resolve(".git"))) {
            builder.setWorkTree(path.toFile());
        } else if (bare(path)) {
            builder.setGitDir(path.toFile());
        } else {
            throw new IOException("%s is no git repository.".formatted(path.getFileName()));
        }
        try {
            return builder.build();
        } catch (RepositoryNotFoundException | IllegalArgumentException e) {
            throw new IOException(
                    "The git repository %s cannot be opened: it is damaged, or its work tree is linked to one that is gone."
                            .formatted(path.getFileName()),
                    e);
        }
    }

    /// `owner/name` of the remote called origin, else the folder's name.
    static String name(Repository repository, Path path) {
        var remote = remote(repository);
        if (remote != null) {
            var local =
                    remote.startsWith("/") || remote.startsWith("file:") || remote.startsWith(".");
            var match = REMOTE.matcher(remote);
            var name = trimmed(local || !match.matches() ? last(remote) : match.group(2));
            if (!name.isEmpty()) {
                return name;
            }
        }
        var folder = path.toAbsolutePath().normalize();
        if (folder.endsWith(".git") && folder.getParent() != null) {
            folder = folder.getParent();
        }
        var name = trimmed(String.valueOf(folder.getFileName()));
        return name.isEmpty() ? "repository" : name;
    }

    /// The page of a repository at a host that shows one, without anybody's password.
    static @Nullable String url(Repository repository) {
        var remote = remote(repository);
        var match = remote == null ? null : REMOTE.matcher(remote);
        return match != null
                        && match.matches()
                        && match.group(1).matches("github\\.com|codeberg\\.org")
                ? "https://" + match.group(1) + "/" + trimmed(match.group(2))
                : null;
    }

    private static @Nullable String remote(Repository repository) {
        var url = repository.getConfig().getString("remote", "origin", "url");
        return url == null || url.isBlank() ? null : url.strip();
    }

    private static String last(String path) {
        var whole = path.replaceAll("/+$", "").replaceAll("/\\.git$", "");
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    private static String trimmed(String name) {
        return name.replaceAll("[?#].*$", "").replaceAll("/+$", "").replaceAll("(?<=.)\\.git$", "");
    }
}
