package org.folkmoot.sources.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Below which folders the operator lets connections look. Without any, nothing is looked at.
record Roots(List<Path> all) {

    static final String SETTING = "folkmoot.connectors.folder.allowed-roots";

    static Roots of(String setting) {
        return new Roots(
                Arrays.stream(setting.split("[,\\n]", -1))
                        .map(String::strip)
                        .filter(one -> one.startsWith("/"))
                        .map(one -> Path.of(one).normalize())
                        .toList());
    }

    /// Opens a folder step by step from its root, so that no link on the way, however quickly it is
    /// put there, leads elsewhere.
    ///
    /// @param given a path, or what follows a root
    /// @throws IOException with a sentence
    SecureDirectoryStream<Path> open(String given) throws IOException {
        if (all.isEmpty()) {
            throw new IOException(
                    "The operator of this installation allows no folder. It is the setting %s."
                            .formatted(SETTING));
        }
        for (var root : all) {
            var path = below(root, given);
            if (path != null) {
                return walked(root, root.relativize(path), given);
            }
        }
        throw new IOException(
                "%s is not below a folder that the operator allows (%s)."
                        .formatted(given, SETTING));
    }

    private static @Nullable Path below(Path root, String given) throws IOException {
        try {
            var path = root.resolve(given).normalize();
            return path.startsWith(root) ? path : null;
        } catch (InvalidPathException e) {
            throw new IOException("This is no path.", e);
        }
    }

    private static SecureDirectoryStream<Path> walked(Path root, Path further, String given)
            throws IOException {
        var at = secure(root.getFileSystem().provider().newDirectoryStream(root, _ -> true));
        try {
            for (var step : further) {
                if (!step.toString().isEmpty()) {
                    var next = at.newDirectoryStream(step, LinkOption.NOFOLLOW_LINKS);
                    at.close();
                    at = next;
                }
            }
            return at;
        } catch (NoSuchFileException e) {
            at.close();
            throw new NoSuchFileException(given, null, "there is no such folder");
        } catch (IOException e) {
            at.close();
            throw new IOException(
                    "%s is no folder, or a link, which is not followed.".formatted(given), e);
        }
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream)
            throws IOException {
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        stream.close();
        throw new IOException("This system cannot open folders safely.");
    }
}
