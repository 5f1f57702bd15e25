using Explainer.Commands;

return BuildCommand.Run(".", "output", Console.Out);
