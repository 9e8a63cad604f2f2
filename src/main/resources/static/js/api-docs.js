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
