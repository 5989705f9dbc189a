// pdfjs makes a matrix for drawing as soon as it is loaded, and takes the class from a library that is of one kind of machine
// only. Nothing is drawn here, so that any class will do where that library is not.

class Matrix {}

if (!("DOMMatrix" in globalThis)) Object.assign(globalThis, { DOMMatrix: Matrix });
