// Draws /api/openapi.yaml. Not a module: it must come after the library, which is none either.
/* global SwaggerUIBundle */
SwaggerUIBundle({
    url: '/api/openapi.yaml',
    dom_id: '#api-docs',
    deepLinking: true,
    // Colouring of code samples writes style attributes, which our policy forbids.
    syntaxHighlight: false,
    validatorUrl: null,
    defaultModelsExpandDepth: 0,
});

// The library asks for a class where the house asks the system, or what the reader chose.
(() => {
    const root = document.documentElement;
    const system = matchMedia('(prefers-color-scheme: dark)');
    const dress = () => root.classList.toggle('dark-mode', root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);
    system.addEventListener('change', dress);
    dress();
})();
