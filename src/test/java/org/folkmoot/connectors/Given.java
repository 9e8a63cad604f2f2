package org.folkmoot.connectors;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.folkmoot.connectors.Found.Basket;
import org.folkmoot.connectors.intake.Tree;

/// Small exports written for a test, and what a reader finds in them.
public final class Given {

    private Given() {}

    public static Path file(Path folder, String name, String text) throws IOException {
        return file(folder, name, text, StandardCharsets.UTF_8);
    }

    public static Path file(Path folder, String name, String text, Charset charset)
            throws IOException {
        var path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, text.getBytes(charset));
    }

    public static Basket read(Format format, Path path) throws IOException {
        return read(format, path, Map.of());
    }

    public static Basket read(Format format, Path path, Map<String, String> options)
            throws IOException {
        var basket = new Basket();
        try (var tree = Tree.of(path)) {
            format.read(tree, options, basket);
        }
        return basket;
    }

    public static boolean recognises(Format format, Path path) throws IOException {
        try (var tree = Tree.of(path)) {
            return format.recognises(tree);
        }
    }

    /// The one deed with that id.
    public static Deed deed(Basket basket, String id) {
        return basket.all(Deed.class).stream()
                .filter(deed -> deed.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id));
    }
}
